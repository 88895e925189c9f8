/** The policy simulator. */
@NullMarked
package io.vpclocal.identity.iam.simulation;

import org.jspecify.annotations.NullMarked;
