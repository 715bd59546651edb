/** Companies' flows as the console shows them: drawn, in words, and as a text that is written. */
@NullMarked
package dev.switchboard.server.console.view.flow;

import org.jspecify.annotations.NullMarked;
