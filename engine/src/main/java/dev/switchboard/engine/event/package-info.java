/**
 * What happened: the one list of types that the event log, the live stream and the exports share.
 */
@NullMarked
package dev.switchboard.engine.event;

import org.jspecify.annotations.NullMarked;
