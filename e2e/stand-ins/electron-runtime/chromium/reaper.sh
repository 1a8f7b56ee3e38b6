# Ends Chromium once the app's process has ended, however it ended (its end of our input closes), and
# removes Chromium's folder. Arguments: Chromium's process group, its folder.
trap '' INT TERM HUP
cat > /dev/null
kill -KILL "-$1" 2> /dev/null
# Where nobody collects ended processes they stay listed; so the wait has an end.
tries=0
while [ "$tries" -lt 40 ] && kill -0 "-$1" 2> /dev/null; do
  tries=$((tries + 1))
  sleep 0.05
done
# A process that is just ending may still write while we remove.
tries=0
while [ "$tries" -lt 40 ] && ! rm -rf -- "$2" 2> /dev/null; do
  tries=$((tries + 1))
  sleep 0.05
done
