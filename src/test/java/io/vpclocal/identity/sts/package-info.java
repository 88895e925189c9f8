@NullMarked
package io.vpclocal.identity.sts;

import org.jspecify.annotations.NullMarked;
