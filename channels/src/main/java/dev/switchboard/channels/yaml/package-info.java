/** YAML that people write: keys and values, each mistake with its line and column. */
@NullMarked
package dev.switchboard.channels.yaml;

import org.jspecify.annotations.NullMarked;
