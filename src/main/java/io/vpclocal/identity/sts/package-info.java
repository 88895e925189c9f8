/** Owns the STS API: who is calling, and temporary credentials. */
@NullMarked
package io.vpclocal.identity.sts;

import org.jspecify.annotations.NullMarked;
