/**
 * The IAM policy language: reads policy documents, checks them with AWS's messages, and decides whether the policies that
 * apply to a request allow it.
 *
 * <p>A caller parses each document once with {@link io.vpclocal.identity.policy.PolicyDocument}, collects what applies to a
 * principal in a {@link io.vpclocal.identity.policy.PolicySet}, describes the request in a
 * {@link io.vpclocal.identity.policy.RequestContext} and asks {@link io.vpclocal.identity.policy.Evaluator}. Nothing here
 * knows of HTTP, a database or a clock.
 */
@NullMarked
@NamedInterface("policy")
package io.vpclocal.identity.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
