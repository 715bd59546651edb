/**
 * Which reports are an incident: streams of distinct customers against what their brand leads one
 * to expect, evidence as bets against "nothing happens", and a limit on the share of false pages.
 */
@NullMarked
package dev.switchboard.engine.incident.detection;

import org.jspecify.annotations.NullMarked;
