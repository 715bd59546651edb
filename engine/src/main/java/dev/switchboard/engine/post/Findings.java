package dev.switchboard.engine.post;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a check of one draft found: the first reason to refuse it, and what was repaired. */
final class Findings {
  private @Nullable String refusal;
  private @Nullable List<String> repairs;

  @Nullable String refusal() {
    return refusal;
  }

  List<String> repairs() {
    return repairs == null ? List.of() : List.copyOf(repairs);
  }

  String refuse(String field, String value, String why) {
    return refuse(field + " " + SafeText.quote(value) + " " + why);
  }

  /** Keeps the first reason. What it returns stands in for the field and is never used. */
  String refuse(String reason) {
    if (refusal == null) {
      refusal = reason;
    }
    return "";
  }

  void repaired(String what) {
    if (repairs == null) {
      repairs = new ArrayList<>(2);
    }
    repairs.add(what);
  }
}
