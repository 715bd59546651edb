package dev.switchboard.server.console.view.exception;

import dev.switchboard.engine.event.ExceptionKind;
import dev.switchboard.server.console.view.Scope;
import dev.switchboard.server.console.view.Tab;
import dev.switchboard.server.console.view.TriageTab;
import dev.switchboard.store.reads.ExceptionRow;
import dev.switchboard.store.reads.OpenExceptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Everything that needs somebody out of the ordinary flow, and how much does not.
 *
 * @param flow the headline
 * @param unsure how many posts triage is unsure of; they have a view of their own
 * @param scope of which brand all of it is
 */
public record ExceptionBoard(FlowCard flow, List<Section> sections, long unsure, Scope scope) {
  /** So many cards of a kind are shown at most. */
  public static final int MAX_CARDS = 50;

  /** More late cases than this are summed up in lines, */
  private static final int MUCH_LATE = 12;

  /** and of these so many are shown as cards. */
  private static final int LATE_CARDS = 5;

  /**
   * Those of a group; never empty.
   *
   * @param rows the first of them: the oldest, of late ones those that are late already
   * @param lines what they have in common, if they are too many to be read one by one
   * @param open how many there are
   */
  public record Section(
      ExceptionGroup group, List<ExceptionRow> rows, List<LateLine> lines, long open) {
    public Section {
      rows = List.copyOf(rows);
      lines = List.copyOf(lines);
    }

    /** How many are not shown. */
    public long more() {
      return Math.max(0, open - rows.size());
    }
  }

  public ExceptionBoard {
    sections = List.copyOf(sections);
  }

  /** Whether so much is late that it has to be summed up. */
  public static boolean isMuchLate(OpenExceptions open) {
    return openOf(open).getOrDefault(ExceptionGroup.LATE, 0L) > MUCH_LATE;
  }

  /**
   * The board of what is open.
   *
   * @param late what late cases have in common; empty if they are few
   */
  public static ExceptionBoard of(
      OpenExceptions open, List<LateLine> late, FlowCard flow, long unsure, Scope scope) {
    Map<ExceptionGroup, List<ExceptionRow>> groups =
        open.first().stream().collect(Collectors.groupingBy(row -> ExceptionGroup.of(row.kind())));
    Map<ExceptionGroup, Long> counts = openOf(open);
    List<Section> sections = new ArrayList<>();
    Arrays.stream(ExceptionGroup.values())
        .filter(groups::containsKey)
        .forEach(
            group ->
                sections.add(
                    section(
                        group,
                        groups.getOrDefault(group, List.of()),
                        late,
                        counts.getOrDefault(group, 0L))));
    return new ExceptionBoard(flow, sections, unsure, scope);
  }

  private static Section section(
      ExceptionGroup group, List<ExceptionRow> rows, List<LateLine> late, long open) {
    if (group != ExceptionGroup.LATE) {
      return new Section(group, rows.stream().limit(MAX_CARDS).toList(), List.of(), open);
    }
    // What is late comes before what will be.
    List<ExceptionRow> first =
        rows.stream()
            .sorted(Comparator.comparing(ExceptionRow::kind).reversed())
            .limit(late.isEmpty() ? MAX_CARDS : LATE_CARDS)
            .toList();
    return new Section(group, first, late, open);
  }

  private static Map<ExceptionGroup, Long> openOf(OpenExceptions open) {
    Map<ExceptionGroup, Long> groups = new EnumMap<>(ExceptionGroup.class);
    open.counts().forEach((kind, count) -> groups.merge(ExceptionGroup.of(kind), count, Long::sum));
    return groups;
  }

  /** Where what triage is unsure of stands. */
  public String unsureAddress() {
    return scope.address(TriageTab.UNSURE.path());
  }

  /** Where those stand who wait. */
  public String waitingAddress() {
    return scope.on(Tab.WAITING).inbox();
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
