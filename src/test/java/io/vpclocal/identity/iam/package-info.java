@NullMarked
package io.vpclocal.identity.iam;

import org.jspecify.annotations.NullMarked;
