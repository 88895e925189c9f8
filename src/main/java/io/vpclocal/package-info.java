/** VPC Local: a local emulator of Amazon VPC endpoints, flow logs and the permissions around them. */
@NullMarked
package io.vpclocal;

import org.jspecify.annotations.NullMarked;
