@NullMarked
package io.vpclocal.network.securitygroup;

import org.jspecify.annotations.NullMarked;
