package dev.switchboard.server.desk;

import dev.switchboard.engine.casework.ApprovalPolicy;
import dev.switchboard.engine.topic.BrandTopics;

/**
 * What a company sets about how colleagues work together on cases.
 *
 * @param approvals which replies must be approved
 * @param topics what each brand is careful about
 * @param takeOverByLeads whether only leads may take cases out of others' hands
 */
public record DeskRules(ApprovalPolicy approvals, BrandTopics topics, boolean takeOverByLeads) {
  public static final DeskRules DEFAULT =
      new DeskRules(ApprovalPolicy.DEFAULT, BrandTopics.USUAL, false);
}
