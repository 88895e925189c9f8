/** The STS API: GetCallerIdentity and temporary credentials. */
@NullMarked
package io.vpclocal.identity.sts;

import org.jspecify.annotations.NullMarked;
