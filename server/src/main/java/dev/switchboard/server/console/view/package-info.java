/** What the templates show, as records; how things are worded. */
@NullMarked
package dev.switchboard.server.console.view;

import org.jspecify.annotations.NullMarked;
