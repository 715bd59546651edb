/** What the floor's page shows. */
@NullMarked
package dev.switchboard.server.console.view.floor;

import org.jspecify.annotations.NullMarked;
