@NullMarked
package dev.switchboard.channels.flows;

import org.jspecify.annotations.NullMarked;
