/**
 * Where cases are in their flows, followed from the log; deadlines and who is called as time goes.
 */
@NullMarked
package dev.switchboard.server.process;

import org.jspecify.annotations.NullMarked;
