/** Groups and their members. */
@NullMarked
package io.vpclocal.identity.iam.group;

import org.jspecify.annotations.NullMarked;
