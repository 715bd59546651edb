package dev.switchboard.server.console.view.exception;

import dev.switchboard.engine.event.ExceptionKind;
import dev.switchboard.store.reads.ExceptionRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Everything that needs somebody out of the ordinary flow, and how much does not.
 *
 * @param flow the headline
 * @param unsure how many posts triage is unsure of; they have a view of their own
 * @param unsureAddress where that view is
 */
public record ExceptionBoard(
    FlowCard flow, List<Section> sections, long unsure, String unsureAddress) {

  /** Those of a group, oldest first; never empty. */
  public record Section(ExceptionGroup group, List<ExceptionRow> rows) {
    public Section {
      rows = List.copyOf(rows);
    }
  }

  public ExceptionBoard {
    sections = List.copyOf(sections);
  }

  /**
   * The board of what is open.
   *
   * @param rows oldest first
   */
  public static ExceptionBoard of(
      List<ExceptionRow> rows, FlowCard flow, long unsure, String unsureAddress) {
    Map<ExceptionGroup, List<ExceptionRow>> groups =
        rows.stream().collect(Collectors.groupingBy(row -> ExceptionGroup.of(row.kind())));
    List<Section> sections = new ArrayList<>();
    Arrays.stream(ExceptionGroup.values())
        .filter(groups::containsKey)
        .forEach(group -> sections.add(new Section(group, groups.getOrDefault(group, List.of()))));
    return new ExceptionBoard(flow, sections, unsure, unsureAddress);
  }

  public boolean isEmpty() {
    return sections.isEmpty() && unsure == 0;
  }

  /** A kind in two or three words. */
  public static String badge(ExceptionKind kind) {
    return switch (kind) {
      case SEND_UNKNOWN -> "may have gone out";
      case SEND_FAILED -> "not sent";
      case TRIAGE_DRIFT -> "triage drifts";
      case PROMISE_BROKEN -> "promise broken";
      case LOUD_FIRST -> "loud first";
      case FLOW_UNREADABLE -> "flow unreadable";
      case APPROVAL_WAITING -> "for approval";
      case CLAIM_EXPIRED_TWICE -> "left twice";
      case SENSITIVE_TOPIC -> "sensitive";
      case UNROUTABLE -> "nobody can";
      case DEADLINE_IN_DANGER -> "will be late";
      case DEADLINE_BREACHED -> "late";
      case ESCALATED -> "called";
    };
  }
}
