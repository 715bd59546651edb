package dev.switchboard.server.console.view;

import dev.switchboard.store.reads.StateCounts;
import dev.switchboard.store.triage.TriageCounts;
import java.util.List;

/**
 * What every page has around it.
 *
 * @param assets the folder of styles and scripts, without a slash at the end
 * @param incidents how many go on
 * @param csrf the token that forms carry
 * @param seq the number of the last event that what is shown may contain
 */
public record Shell(
    String title,
    Agent agent,
    Scope scope,
    StateCounts counts,
    TriageCounts triage,
    int incidents,
    int mine,
    List<String> brands,
    String assets,
    String csrf,
    long seq) {}
