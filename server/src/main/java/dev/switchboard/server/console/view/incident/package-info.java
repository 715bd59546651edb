/** Incidents as their pages show them. */
@NullMarked
package dev.switchboard.server.console.view.incident;

import org.jspecify.annotations.NullMarked;
