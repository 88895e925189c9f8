/**
 * The IAM policy language: parses policy documents, validates them with AWS's messages, and evaluates the policies that
 * apply to a request.
 *
 * <p>Parse each document once with {@link io.vpclocal.identity.policy.PolicyDocument}, collect the policies of a
 * principal in a {@link io.vpclocal.identity.policy.PolicySet}, describe the request in a
 * {@link io.vpclocal.identity.policy.RequestContext} and call {@link io.vpclocal.identity.policy.Evaluator}. This
 * package does not use HTTP, a database or a clock.
 */
@NullMarked
@NamedInterface("policy")
package io.vpclocal.identity.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
