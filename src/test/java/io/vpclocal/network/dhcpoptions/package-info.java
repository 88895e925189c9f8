@NullMarked
package io.vpclocal.network.dhcpoptions;

import org.jspecify.annotations.NullMarked;
