package dev.switchboard.engine.process;

/**
 * What is wrong with a flow.
 *
 * @param path where, as keys with dots between: {@code steps.queue.next.claims}
 * @param what a sentence without a full stop: what is wrong, what to do
 * @param stops whether cases could not go through such a flow; false for what a company is told
 *     while it writes, and what is kept already may have
 */
public record FlowMistake(String path, String what, boolean stops) {}
