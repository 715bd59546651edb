/** The page that agents live in: its pages, its actions, and what it needs of the web. */
@NullMarked
package dev.switchboard.server.console;

import org.jspecify.annotations.NullMarked;
