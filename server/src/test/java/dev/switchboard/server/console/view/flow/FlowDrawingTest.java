package dev.switchboard.server.console.view.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.channels.flows.ShippedFlows;
import dev.switchboard.engine.process.Flow;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The drawings of the flows that ship: all steps, apart from each other, and the ways they name.
 */
class FlowDrawingTest {
  @ParameterizedTest
  @EnumSource
  void everyStepHasItsPlaceAndEveryNamedWayItsLine(ShippedFlows shipped) {
    Flow flow = shipped.flow();
    for (FlowDrawing drawing : List.of(FlowDrawing.wide(flow), FlowDrawing.narrow(flow))) {
      assertThat(drawing.boxes()).hasSameSizeAs(flow.steps());
      for (FlowBox box : drawing.boxes()) {
        assertThat(box.x()).isNotNegative();
        assertThat(box.right()).isLessThan(drawing.width());
        assertThat(box.bottom()).isLessThan(drawing.height());
        assertThat(drawing.boxes())
            .filteredOn(other -> other != box && overlap(box, other))
            .isEmpty();
      }
      int named = flow.steps().stream().mapToInt(step -> step.next().size()).sum();
      assertThat(drawing.lines()).filteredOn(FlowLine::named).hasSize(named);
      assertThat(drawing.lines())
          .extracting(FlowLine::title)
          .contains("asks: %s → %s".formatted("answered", flow.start()));
    }
  }

  private static boolean overlap(FlowBox a, FlowBox b) {
    return a.x() < b.right() && b.x() < a.right() && a.y() < b.bottom() && b.y() < a.bottom();
  }

  @ParameterizedTest
  @EnumSource
  void everyStepIsToldInWords(ShippedFlows shipped) {
    List<StepCard> cards = StepCard.of(shipped.flow());
    assertThat(cards).filteredOn(StepCard::start).hasSize(1);
    assertThat(cards).allSatisfy(card -> assertThat(card.facts()).isNotEmpty());
    assertThat(cards.getLast().ways())
        .containsExactly(new StepCard.WayWords("reopens", cards.getFirst().name(), false));
  }
}
