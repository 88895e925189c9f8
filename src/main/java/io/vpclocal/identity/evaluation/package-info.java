/** Evaluates stored policies for other modules: policies of endpoints, forwarded calls and roles. */
@NullMarked
package io.vpclocal.identity.evaluation;

import org.jspecify.annotations.NullMarked;
