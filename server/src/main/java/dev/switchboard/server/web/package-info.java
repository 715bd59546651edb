/** The web server: what every page and call shares. */
@NullMarked
package dev.switchboard.server.web;

import org.jspecify.annotations.NullMarked;
