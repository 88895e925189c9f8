@NullMarked
package io.vpclocal.network.address;

import org.jspecify.annotations.NullMarked;
