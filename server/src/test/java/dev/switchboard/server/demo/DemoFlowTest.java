package dev.switchboard.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.channels.flows.FlowFile;
import dev.switchboard.engine.deadline.DeadlineKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DemoFlowTest {
  @Test
  void theAirlinesFlowIsOneAndItsDeadlinesComeWithinAStorm() {
    FlowFile.Read read = FlowFile.read(DemoFlow.yaml());
    assertThat(read.sentences()).isEmpty();
    assertThat(read.flows()).hasSize(1);
    assertThat(read.flows().getFirst().deadlines().targets().get(DeadlineKind.FIRST_ANSWER))
        .isLessThan(Duration.ofMinutes(5));
    assertThat(read.flows().getFirst().steps()).allMatch(step -> step.approval() == null);
  }
}
