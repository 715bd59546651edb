/** What pages show of people and teams. */
@NullMarked
package dev.switchboard.server.console.view.staff;

import org.jspecify.annotations.NullMarked;
