package dev.switchboard.engine.incident.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a report speaks of. */
class SubjectsTest {
  private final ReportWords words = new ReportWords();

  private List<Evidence> subjects(String text) {
    return words.of(text).stream().filter(Evidence.About.class::isInstance).toList();
  }

  @Test
  void aReportHasAllItsSubjects() {
    assertThat(subjects("My flight was cancelled, my suitcase is in Rome"))
        .contains(new Evidence.About("cancellations"), new Evidence.About("luggage"));
  }

  @Test
  void aReportOfNothingKnownHasNone() {
    assertThat(subjects("hmm, well, okay then")).isEmpty();
  }

  @Test
  void wordsAreComparedByTheirStemsAndPhrasesWordByWord() {
    Subjects subjects = Subjects.parse("# a note\n\nphone: on hold | calling\nshop: opening hours");
    assertThat(subjects.of(List.of("still", "on", "hold"))).hasSize(1);
    assertThat(subjects.of(List.of("hold", "on"))).isEmpty();
    assertThat(subjects.of(List.of(ReportWords.stem("called"))))
        .containsExactly(new Evidence.About("phone"));
    assertThat(subjects.of(List.of(ReportWords.stem("opening")))).isEmpty();
  }

  @Test
  void aReportIsCountedUnderABoundedNumberOfHeadings() {
    String everything =
        "late cancelled bag broken phone rude booking website queue seat delivery parcel refund"
            + " charged premium password app outage song playlist ads alexa unsafe";
    assertThat(subjects(everything)).hasSize(Subjects.MAX_SUBJECTS);
    assertThat(words.of(everything.repeat(40)).size() + 2)
        .isLessThanOrEqualTo(GroupedReport.MAX_EVIDENCE);
  }

  @Test
  void aLineThatNamesNoSubjectIsRefusedByItsNumber() {
    assertThatThrownBy(() -> Subjects.parse("phone: call\nno subject here"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("line 2");
  }
}
