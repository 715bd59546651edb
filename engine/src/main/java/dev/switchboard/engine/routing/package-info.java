/**
 * Who gets the next case, and why.
 *
 * <pre>
 *  CaseWaits, CaseChanged ──> relax needs ──> previous agent? ──> least loaded? ──> wait in a queue
 *                                                  │                   │                  │
 *  AgentIs, CaseGone, declines, expiries ──────────┼───────────────────┼── costliest wait ┘
 *                                                  v                   v
 *                                               Offered ──> OfferAccepted ──> Assigned
 * </pre>
 *
 * A case that comes goes to a person; a person who gets room takes a case; so no case waits while
 * somebody who may take it has room. Nothing of how many people follow an author is known here.
 */
@NullMarked
package dev.switchboard.engine.routing;

import org.jspecify.annotations.NullMarked;
