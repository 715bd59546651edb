package dev.switchboard.server.demo;

import dev.switchboard.server.desk.CaseDesk;
import dev.switchboard.store.reads.CaseReads;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * What all agents share.
 *
 * @param speed scripted seconds a second
 * @param words takes sentences for whoever watches
 */
record Office(
    CaseReads reads,
    CaseDesk desk,
    Tray tray,
    SetsAside aside,
    Phrasebook book,
    TruthBook truths,
    ReplyLedger ledger,
    Reactions reactions,
    AgentTally tally,
    Shift shift,
    InstantSource clock,
    double speed,
    Consumer<String> words) {

  /** Wall time for a scripted one. */
  Duration wall(Duration scripted) {
    return Pace.times(scripted, 1 / speed);
  }
}
