@NullMarked
package dev.switchboard.server.console.view.flow;

import org.jspecify.annotations.NullMarked;
