package dev.switchboard.engine.incident.grouping;

/**
 * Two groups that say nearly the same: a person may merge them or say no, for good.
 *
 * @param group the older one
 * @param other the younger one
 * @param similarity of their centroids, 0 to 1
 */
public record MergeProposal(long group, long other, double similarity) {}
