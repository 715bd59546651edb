@NullMarked
package dev.switchboard.server.demo;

import org.jspecify.annotations.NullMarked;
