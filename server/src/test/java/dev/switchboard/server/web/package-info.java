@NullMarked
package dev.switchboard.server.web;

import org.jspecify.annotations.NullMarked;
