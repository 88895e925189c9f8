/** The values that conditions compare: dates, address ranges, and patterns with wildcards. */
@NullMarked
package io.vpclocal.identity.policy.value;

import org.jspecify.annotations.NullMarked;
