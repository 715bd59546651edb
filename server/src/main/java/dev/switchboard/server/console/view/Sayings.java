package dev.switchboard.server.console.view;

import dev.switchboard.store.triage.Judged;
import dev.switchboard.store.triage.LabelAction;
import dev.switchboard.store.triage.TriagePostRow;

/** What people said of a post, worded for those who read it. */
final class Sayings {
  private Sayings() {}

  static String of(LabelAction action, TriagePostRow row, String reader, String agent) {
    String who = agent.equals(reader) ? "You" : agent;
    return switch (action) {
      case SET_ASIDE -> who + " set it aside";
      case BROUGHT_BACK -> who + " said that help is needed";
      case THANKED -> who + " said that a word is due";
      case AUDITED ->
          row.judged() == Judged.HELP
              ? who + " found that help was needed"
              : who + " found it rightly set aside";
      case REPLIED -> who + " answered";
      case TRANSFERRED -> who + " handed it over";
      case TAGGED -> who + " said what it is about";
      case LEFT_UNANSWERED -> "nobody answered";
    };
  }
}
