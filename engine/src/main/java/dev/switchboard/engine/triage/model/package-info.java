/** Linear models on hashed features: learning online, scoring from any thread. */
@NullMarked
package dev.switchboard.engine.triage.model;

import org.jspecify.annotations.NullMarked;
