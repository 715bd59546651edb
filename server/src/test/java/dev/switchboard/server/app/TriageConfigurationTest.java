package dev.switchboard.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.server.triage.TriageSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a company sets about triage. */
class TriageConfigurationTest {
  @TempDir Path folder;

  @Test
  void withoutAWordItIsOnePercentAndTenPostsAnHour() {
    assertThat(Configuration.empty().triage()).isEqualTo(TriageSettings.DEFAULT);
  }

  @Test
  void theShareAndTheAuditAreTheCompanys() throws Exception {
    TriageSettings set = read("triage.missShare = 0.05\ntriage.auditsPerHour = 40").triage();

    assertThat(set.promise().alpha()).isEqualTo(.05);
    assertThat(set.promise().postsNeeded()).isEqualTo(59);
    assertThat(set.audit().postsPerHour()).isEqualTo(40);
  }

  @Test
  void languagesAreNamedOrTurnedOff() throws Exception {
    assertThat(read("triage.languages = en, de, fr").triage().languages()).hasToString("de en fr");
    assertThat(read("triage.languages = off").triage().languages().isOff()).isTrue();
    Configuration wrong = read("triage.languages = english");
    assertThatThrownBy(wrong::triage)
        .hasMessageContaining("triage.languages: \"english\" is no language")
        .hasMessageContaining("switchboard.conf");
  }

  @Test
  void whatMakesNoSenseStopsTheStartInWords() throws Exception {
    Configuration half = read("triage.missShare = 50 %");
    assertThatThrownBy(half::triage).hasMessageContaining("above 0 and below 0.5");
    Configuration none = read("triage.auditsPerHour = 0");
    assertThatThrownBy(none::triage).hasMessageContaining("from 1 to 1000");
    assertThatThrownBy(() -> read("triage.mishare = 1"))
        .hasMessageContaining("did you mean \"triage.missShare\"");
  }

  private Configuration read(String lines) throws Exception {
    Path file = folder.resolve("switchboard.conf");
    Files.writeString(file, lines);
    return Configuration.read(file);
  }
}
