/** How pages word what they show. */
@NullMarked
package dev.switchboard.server.console.view;

import org.jspecify.annotations.NullMarked;
