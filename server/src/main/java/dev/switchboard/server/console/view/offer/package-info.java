/** What routing offers, and why, as pages show it. */
@NullMarked
package dev.switchboard.server.console.view.offer;

import org.jspecify.annotations.NullMarked;
