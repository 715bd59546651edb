/** What the page of exceptions shows. */
@NullMarked
package dev.switchboard.server.console.view.exception;

import org.jspecify.annotations.NullMarked;
