@NullMarked
package dev.switchboard.engine.triage.promise;

import org.jspecify.annotations.NullMarked;
