package dev.switchboard.server.console.view;

import dev.switchboard.engine.casework.CaseState;
import dev.switchboard.engine.casework.Pause;
import dev.switchboard.engine.casework.WaitingOn;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case that rests, as pages show it.
 *
 * @param on on whom it waits, after "waits for"
 * @param turn the same before a colon, where there is little room
 * @param until when it goes on by itself
 */
public record PauseView(String on, String turn, String reason, Instant until) {
  static @Nullable PauseView of(CaseState state) {
    Pause pause = state instanceof CaseState.Claimed claim ? claim.pause() : null;
    return pause == null
        ? null
        : new PauseView(
            pause.on() == WaitingOn.CUSTOMER ? "the customer" : "the company",
            pause.on() == WaitingOn.CUSTOMER ? "Customer" : "Company",
            pause.reason(),
            pause.until());
  }
}
