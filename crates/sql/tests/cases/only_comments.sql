-- nothing
/* at all */
 ; ;
