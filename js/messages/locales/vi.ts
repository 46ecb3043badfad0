import type { Texts } from "../texts.js";

export default {
  requestTitle: "Đặt lại mật khẩu",
  requestIntro: "Nhập email hoặc tên người dùng, chúng tôi sẽ gửi cho bạn liên kết để đặt mật khẩu mới.",
  username: "Email hoặc tên người dùng",
  usernameRequired: "Vui lòng nhập email hoặc tên người dùng.",
  usernameInvalid: "Đây không thể là email hay tên người dùng. Vui lòng kiểm tra lại.",
  addressUnusual: "Vui lòng kiểm tra địa chỉ. Địa chỉ có ký tự không hợp lệ.",
  didYouMean: "Ý bạn là {address}?",
  send: "Gửi liên kết",
  sendAgain: "Gửi lại",
  working: "Vui lòng chờ giây lát…",
  cancel: "Hủy",
  sentTitle: "Hãy kiểm tra email",
  sent: "Nếu có tài khoản khớp với thông tin bạn nhập, bạn sẽ nhận được email có liên kết đặt mật khẩu mới. Có thể mất vài phút. Hãy xem cả thư mục thư rác.",
  useAnother: "Dùng địa chỉ khác",
  tryAgain: "Thử lại",
  waitSeconds: {
    other: "Bạn có thể thử lại sau {count} giây.",
  },
  waitMinutes: {
    other: "Bạn có thể thử lại sau {count} phút.",
  },
  misconfigured: "Tính năng đặt lại mật khẩu chưa được thiết lập đúng. Vui lòng liên hệ bộ phận hỗ trợ của trò chơi.",
  rateLimited: "Có quá nhiều yêu cầu. Vui lòng chờ một lát.",
  offline: "Bạn đang ngoại tuyến. Bạn có thể tiếp tục ngay khi có kết nối trở lại.",
  network: "Không thể kết nối với dịch vụ. Hãy kiểm tra kết nối rồi thử lại.",
  requestTimeout:
    "Phản hồi mất quá nhiều thời gian. Hãy tìm email của chúng tôi trước khi thử lại: email vẫn có thể đến.",
  cancelled: "Đã hủy. Nếu chúng tôi đã nhận được yêu cầu thì yêu cầu đó vẫn có hiệu lực.",
  failed: "Đã xảy ra lỗi từ phía chúng tôi. Vui lòng thử lại sau vài phút.",
  notLoaded: "Biểu mẫu không chạy được trên trình duyệt này. Hãy cập nhật trình duyệt hoặc dùng trình duyệt khác.",
  newPassword: "Mật khẩu mới",
  passwordRule: "Dùng từ {min} đến {max} ký tự.",
  lowercaseRule: {
    other: "Dùng ít nhất {count} chữ thường.",
  },
  uppercaseRule: {
    other: "Dùng ít nhất {count} chữ hoa.",
  },
  digitRule: {
    other: "Dùng ít nhất {count} chữ số.",
  },
  specialRule: {
    other: "Dùng ít nhất {count} ký tự đặc biệt ({characters}).",
  },
  characterRule: "Dùng ít nhất {count} ký tự trong số này ({characters}).",
  allowedRule: "Chỉ dùng các ký tự này ({characters}).",
  forbiddenRule: "Không dùng các ký tự này ({characters}).",
  requirementMet: "Đã đạt.",
  requirementUnmet: "Chưa đạt.",
  passwordAdvice: "Ghép vài từ ngẫu nhiên sẽ được một mật khẩu mạnh và dễ nhớ.",
  showPassword: "Hiện mật khẩu",
  hidePassword: "Ẩn mật khẩu",
  capsLock: "Caps Lock đang bật.",
  outerSpaces: "Mật khẩu bắt đầu hoặc kết thúc bằng dấu cách.",
  setPassword: "Đặt mật khẩu mới",
  passwordSet: "Đã đặt mật khẩu mới. Giờ bạn có thể đăng nhập bằng mật khẩu này.",
  passwordRefused: "Mật khẩu này không được chấp nhận. Vui lòng chọn mật khẩu khác.",
  passwordOrLinkRefused:
    "Mật khẩu hoặc liên kết không được chấp nhận. Hãy thử mật khẩu khác hoặc yêu cầu liên kết mới.",
  linkDead:
    "Liên kết này không còn dùng được. Mỗi liên kết chỉ dùng được một lần và trong thời gian giới hạn. Hãy yêu cầu liên kết mới.",
  requestLink: "Yêu cầu liên kết mới",
  confirmTimeout: "Phản hồi mất quá nhiều thời gian. Hãy thử đăng nhập bằng mật khẩu mới: có thể mật khẩu đã được đặt.",
} satisfies Texts;
