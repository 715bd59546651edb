@NullMarked
package dev.switchboard.channels.scenario;

import org.jspecify.annotations.NullMarked;
