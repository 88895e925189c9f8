/** Server certificates. */
@NullMarked
package io.vpclocal.identity.iam.certificate;

import org.jspecify.annotations.NullMarked;
