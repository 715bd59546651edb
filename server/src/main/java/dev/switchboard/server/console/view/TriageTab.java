package dev.switchboard.server.console.view;

import dev.switchboard.store.triage.TriageCounts;
import dev.switchboard.store.triage.TriageView;
import java.util.List;
import java.util.Optional;

/** The lists that triage makes, as people go through them. */
public enum TriageTab {
  UNSURE(
      TriageView.UNSURE,
      "Unsure",
      "unsure",
      "Longest wait first",
      "Triage can't tell whether these people need help. They wait behind the others."),
  WORTH_ANSWERING(
      TriageView.WORTH_ANSWERING,
      "Worth answering",
      "heart",
      "Newest first",
      "Nobody needs help here, but a word is deserved: praise, questions, hints at a problem."),
  SET_ASIDE(
      TriageView.SET_ASIDE,
      "Set aside",
      "aside",
      "Newest first",
      "Nobody needs help here, say triage or your colleagues. Bring back whoever does."),
  CHECK(
      TriageView.AUDIT,
      "Check these",
      "eye",
      "Oldest first",
      "A sample of what was set aside. What you say of it measures the promise.");

  private final TriageView view;
  private final String label;
  private final String icon;
  private final String sorting;
  private final String about;

  TriageTab(TriageView view, String label, String icon, String sorting, String about) {
    this.view = view;
    this.label = label;
    this.icon = icon;
    this.sorting = sorting;
    this.about = about;
  }

  public static Optional<TriageTab> findByWord(String word) {
    for (TriageTab tab : values()) {
      if (tab.word().equals(word)) {
        return Optional.of(tab);
      }
    }
    return Optional.empty();
  }

  public TriageView view() {
    return view;
  }

  /** The name in addresses. */
  public String word() {
    return view.word();
  }

  public String path() {
    return "/triage/" + word();
  }

  public String label() {
    return label;
  }

  public String icon() {
    return icon;
  }

  public String sorting() {
    return sorting;
  }

  /** What stands here and why, in a sentence. */
  public String about() {
    return about;
  }

  /** The name of its count in live frames. */
  public String countName() {
    return switch (this) {
      case UNSURE -> "unsure";
      case WORTH_ANSWERING -> "worthAnswering";
      case SET_ASIDE -> "setAside";
      case CHECK -> "audit";
    };
  }

  public int count(TriageCounts counts) {
    return counts.of(view);
  }

  /** What can be said of a post here, the most likely first. */
  public List<Act> acts() {
    return switch (this) {
      case UNSURE -> List.of(Act.HELP, Act.SET_ASIDE, Act.THANK);
      case WORTH_ANSWERING -> List.of(Act.THANK, Act.SET_ASIDE, Act.HELP);
      case SET_ASIDE -> List.of(Act.HELP, Act.THANK);
      case CHECK -> List.of(Act.SET_ASIDE, Act.HELP);
    };
  }

  /** What a button says. */
  public String says(Act act) {
    return switch (act) {
      case HELP ->
          switch (this) {
            case UNSURE, WORTH_ANSWERING -> "Needs help";
            case SET_ASIDE -> "Bring back";
            case CHECK -> "Needed help";
          };
      case SET_ASIDE ->
          switch (this) {
            case UNSURE, SET_ASIDE -> "Set aside";
            case WORTH_ANSWERING -> "No word needed";
            case CHECK -> "Rightly set aside";
          };
      case THANK ->
          switch (this) {
            case UNSURE, SET_ASIDE, CHECK -> "Only a word";
            case WORTH_ANSWERING -> "Write a word";
          };
      case UNDO -> "Undo";
    };
  }
}
