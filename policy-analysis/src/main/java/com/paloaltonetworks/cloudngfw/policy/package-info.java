/**
 * Tells which rules of a firewall policy never get to decide anything. It knows nothing of CloudFormation or of the service's
 * API, and needs no library.
 *
 * <p>{@link com.paloaltonetworks.cloudngfw.policy.PolicyAnalysis} is the way in; a {@link
 * com.paloaltonetworks.cloudngfw.policy.Policy} of plain records goes in, {@link com.paloaltonetworks.cloudngfw.policy.Finding}s
 * come out.
 *
 * <p>The idea: traffic is a point in a space with one {@code Axis} for each thing a rule can ask about it. Some axes are
 * known to the last value (addresses, ports, applications, countries). What a feed or a host name stands for is not known, so
 * each such name is an axis of its own, on which a point lies inside or outside. A rule is then a union of {@code Box}es (its
 * {@code Territory}), and {@code Coverage} takes the boxes of earlier rules away from it. If nothing is left, the rule never
 * matches, whatever the names stand for. If a box is left in which traffic certainly lies, the rule is reached. In between,
 * the answer is "cannot tell", and the axes of what is left say why.
 */
@NullMarked
package com.paloaltonetworks.cloudngfw.policy;

import org.jspecify.annotations.NullMarked;
